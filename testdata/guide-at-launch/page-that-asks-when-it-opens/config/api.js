import fetchData from './fetch'

const api = { getMenu }

function getMenu(params) {
  return fetchData('/menu', params);
}
export default api
